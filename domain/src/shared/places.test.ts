import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLACE_NAMES } from './place-names.js'
import { shippedPlaces } from './places.js'

const places = shippedPlaces()
const codes = [...PLACE_NAMES.matchAll(/\d{6}/g)].map(([code]) => code)
const anyCode = fc.constantFrom(...codes)

describe('places', () => {
  it('ships provinces, cities and counties', () => {
    expect(codes.length).toBeGreaterThan(3200)
    expect(codes.filter((c) => c.endsWith('0000'))).toHaveLength(34)
    expect(places.path('420111')).toBe('湖北省武汉市洪山区')
    expect(places.path('110105')).toBe('北京市朝阳区')
    expect(places.path('429004')).toBe('湖北省仙桃市')
  })

  it('finds full names, short names and paths', () => {
    expect(places.find('贵州省')).toEqual(['520000'])
    expect(places.find('贵州')).toEqual(['520000'])
    expect(places.find('广西')).toEqual(['450000'])
    expect(places.find('武汉')).toEqual(['420100'])
    for (const path of ['南京市鼓楼区', '江苏省南京市鼓楼区', '江苏南京鼓楼区', '江苏 南京 鼓楼'])
      expect(places.find(path)).toEqual(['320106'])
    expect(places.find('全国')).toEqual(['000000'])
  })

  it('returns every place that a name can mean, and none for what is no place', () => {
    expect(places.find('鼓楼区').map(places.path)).toEqual(
      expect.arrayContaining(['江苏省南京市鼓楼区', '福建省福州市鼓楼区']),
    )
    expect(places.find('吉林').map(places.path).sort()).toEqual(['吉林省', '吉林省吉林市'])
    expect(places.find('云川市')).toEqual([])
    expect(places.suggest('贵洲省')).toBe('贵州省')
  })

  it('finds each place by its path', () => {
    for (const code of codes) expect(places.find(places.path(code))).toEqual([code])
  })

  it('holds places in one another', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(places.within(a, a)).toBe(true)
        expect(places.within(a, '000000')).toBe(true)
        const parent = places.parent(a)
        expect(parent !== null && places.within(a, parent)).toBe(true)
        if (a !== b && places.within(a, b)) expect(places.within(b, a)).toBe(false)
      }),
    )
  })

  it('adds places to a new index and leaves the old one', () => {
    const more = places.add([
      { code: '990100', name: '云川市', parent: null },
      { code: '990102', name: '云溪区', parent: '990100' },
    ])
    expect(more.find('云川市云溪区')).toEqual(['990102'])
    expect(more.within('990102', '990100')).toBe(true)
    expect(more.find('贵州')).toEqual(['520000'])
    expect(places.find('云溪区')).not.toContain('990102')
  })
})
