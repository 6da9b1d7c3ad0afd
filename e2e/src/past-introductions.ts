/** Needs that ended: over each a near provider was right, and another one was not. */
export async function enterPast(address: string, needs: number): Promise<void> {
  const send = caller(address)
  const feed = `/feeds/${encodeURIComponent('成果库（示例）')}/achievement`
  await send('clerk', 'POST', feed, { rows: ACHIEVEMENTS })
  const [seeker, right, wrong] = [
    await company(send, '云川求解示例有限公司'),
    await company(send, '云川能解示例有限公司'),
    await company(send, '云川不解示例有限公司'),
  ]
  for (const provider of [right, wrong])
    await send('service-team', 'PUT', `/subjects/${provider}/introduction-capacity`, { capacity: 1000 })
  for (let i = 0; i < needs; i += 1) {
    const demand = await send('manager', 'POST', `/subjects/${seeker}/demands`, { content: contentOf(i) })
    await send('manager', 'POST', `/demands/${demand.id}/actions?as=${seeker}`, { action: 'publish' })
    await introduce(send, demand.id, [seeker, right], { outcome: 'contract' })
    await introduce(send, demand.id, [seeker, wrong], { outcome: 'field-differs' })
  }
}

type Send = (role: string, method: string, path: string, body: object) => Promise<{ readonly id: string }>

function caller(address: string): Send {
  return async (role, method, path, body) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-kehui-role': role,
        'x-kehui-name': encodeURIComponent('周舟（示例）'),
      },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return (await response.json()) as { id: string }
  }
}

async function company(send: Send, name: string): Promise<string> {
  return (await send('manager', 'POST', '/subjects', { name, audience: 'enterprise', place: '云麓区' })).id
}

async function introduce(
  send: Send,
  demand: string,
  [seeker, provider]: readonly [string, string],
  conclusion: object,
): Promise<void> {
  const { id } = await send('service-team', 'POST', `/demands/${demand}/introductions`, {
    provider,
    reasons: ['同一工艺'],
  })
  const act = (role: string, body: object, as = '') =>
    send(role, 'POST', `/introductions/${id}/actions${as}`, body)
  for (const side of [seeker, provider]) await act('manager', { action: 'accept' }, `?as=${side}`)
  const meetsOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await act('service-team', { action: 'schedule', meetsOn })
  await act('service-team', { action: 'hold' })
  await act('service-team', { action: 'conclude', ...conclusion })
}

const ACHIEVEMENTS = [
  { key: 'past-1', name: '薄板激光焊接工艺（示例）', abstract: '提高焊缝强度。', readiness: '7' },
]

function contentOf(i: number): object {
  return {
    title: `焊缝强度不足（示例 ${i}）`,
    problem: '薄板激光焊接之后焊缝强度只有母材的六成。',
    scene: '',
    tried: '',
    targets: [],
    field: '焊接',
    cooperation: [],
    budgetFen: null,
    neededBy: null,
    maturity: null,
    reach: 'any',
    contact: '王示例 13800000000',
    secrets: [],
  }
}
