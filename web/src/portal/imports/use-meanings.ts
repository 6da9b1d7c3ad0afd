export function useMeanings(): readonly { readonly value: string; readonly label: string }[] {
  return []
}
