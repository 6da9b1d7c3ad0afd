import type { Look } from '../pair.js'

export const capacityValue: Look = ({ offered: { load } }) => {
  const room = Math.max(0, load.capacity - load.open)
  return {
    value: load.capacity > 0 ? Math.min(1, room / load.capacity) : 0,
    said:
      room > 0
        ? { zh: `还能接 ${room} 项对接`, en: `Room for ${room} more introductions` }
        : { zh: '对接已满，暂不能再接', en: 'Has as many introductions as it takes' },
  }
}
