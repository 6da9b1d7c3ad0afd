import type { Cut } from '@kehui/domain/matching'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let jieba: Jieba | undefined

/** Cuts Chinese by jieba's dictionary, which is read at the first use and takes 60 MB. */
export const cutChinese: Cut = (text) => {
  jieba ??= Jieba.withDict(dict)
  return jieba.cut(text, true)
}
