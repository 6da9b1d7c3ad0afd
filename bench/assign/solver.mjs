import loadHighs from 'highs'

/** What HiGHS finds: how many of the right side are served at most, and the highest sum of scores with so many. */
export async function optimumOf(problem) {
  const highs = await loadHighs()
  const pairs = [...problem.left.keys()]
  const scores = pairs.map((pair) => (problem.leftLikes[pair] + problem.rightLikes[pair]) / 2)
  const byRight = grouped(problem.right)
  const served = [...byRight.keys()].map((r) => `y${r}`)
  const limits = [
    ...[...grouped(problem.left)].map(([l, of]) => `l${l}: ${sumOf(of)} <= ${problem.leftCapacity[l]}`),
    ...[...byRight].map(([r, of]) => `r${r}: ${sumOf(of)} <= ${problem.rightCapacity[r]}`),
    ...[...byRight].map(([r, of]) => `s${r}: y${r} - ${of.map((pair) => `x${pair}`).join('\n - ')} <= 0`),
  ]
  const bounds = [...pairs.map((pair) => `x${pair}`), ...served].map((name) => `0 <= ${name} <= 1`)
  const most = (aim, more) => {
    const text = ['Maximize', `obj: ${aim}`, 'Subject To', ...limits, ...more, 'Bounds', ...bounds, 'End']
    const { Status, ObjectiveValue } = highs.solve(text.join('\n'), { output_flag: false })
    if (Status !== 'Optimal') throw new Error(`HiGHS ends with ${Status}`)
    return ObjectiveValue
  }
  const all = served.join('\n + ')
  const count = Math.round(most(all, []))
  const sum = pairs.map((pair) => `+ ${scores[pair]} x${pair}`).join('\n')
  return { served: count, total: most(sum, [`all: ${all} >= ${count}`]) }
}

function grouped(members) {
  const groups = new Map()
  for (const [pair, member] of members.entries()) groups.set(member, [...(groups.get(member) ?? []), pair])
  return groups
}

const sumOf = (pairs) => pairs.map((pair) => `x${pair}`).join('\n + ')
