const PATHS = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4Z',
  gift: 'M4 9h16v4H4Zm1.5 4h13v7h-13ZM12 9v11M12 9C9 9 7.5 7.8 7.5 6.4 7.5 5 9 4.2 10.2 5 11.4 5.900 12 9 12 9Zm0 0c3 0 4.500-1.200 4.500-2.600C16.500 5 15 4.200 13.800 5 12.600 5.900 12 9 12 9Z',
  library: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3Zm0 13a3 3 0 0 1 3-3h11M9 8h6',
  download: 'M12 4v11m0 0 4.500-4.500M12 15l-4.500-4.500M4 17v3h16v-3',
  upload: 'M12 15V4m0 0L7.500 8.500M12 4l4.500 4.500M4 15v5h16v-5',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.600 9.500c.2-1.400 1.100-2.200 2.500-2.200 1.500 0 2.500.9 2.500 2.200 0 1.900-2.500 2-2.500 3.900M12.100 16.600v.2',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.200l3.400 2',
  document: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  back: 'M14.500 5 8 12l6.500 7',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Zm5-1.500L20 20',
  phone:
    'M6 4h3.500l1.500 4-2 1.600a12 12 0 0 0 5.400 5.400L16 13l4 1.500V18a2 2 0 0 1-2.200 2A15.500 15.500 0 0 1 4 6.200 2 2 0 0 1 6 4Z',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z',
  calendar: 'M4 6h16v14H4ZM4 10.500h16M8.500 3.500v4M15.500 3.500v4',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h11v11H9ZM15 9V4H4v11h5',
  plus: 'M12 5v14M5 12h14',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.500 2h-15ZM10 21h4M12 5V3.500',
  grid: 'M4 4h6.500v6.500H4Zm9.500 0H20v6.500h-6.500ZM4 13.500h6.500V20H4Zm9.500 0H20V20h-6.500Z',
  gauge: 'M4 18a8.500 8.500 0 1 1 16 0M12 15.500l4-5M12 17a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Z',
  table: 'M4 5h16v14H4ZM4 10h16M4 14.500h16M10 5v14',
  link: 'M10 6H5v13h13v-5M13 5h6v6M19 5l-8.500 8.500',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
