/** Words that say nothing of what a text is about. */
const CHINESE =
  '的 了 和 与 及 或 在 是 为 对 对于 关于 由 从 以 以及 并 并且 而 而且 但 但是 其 该 此 这 那 这些 那些 这个 那个 之 于 也 都 又 就 还 被 把 将 让 向 到 ' +
  '我 我们 你 你们 他 他们 它 它们 本 本文 谁 什么 怎么 怎样 如何 哪里 吗 呢 吧 啊 等 等等 其中 通过 进行 有 没有 不 很 更 最 可 可以 能 能够 会 要 需要 想 希望 ' +
  '因此 所以 因为 由于 如果 则 且 各 每 个 一个 一种 一些 某 上述 以上 以下 中 上 下 里 内 外 时 后 前'
const ENGLISH =
  'a an and are as at be but by can do does for from has have how in into is it its of on or our so than that the their then there these this to was we were what when which will with you your'

const STOP_WORDS: ReadonlySet<string> = new Set(`${CHINESE} ${ENGLISH}`.split(' '))

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word)
}
