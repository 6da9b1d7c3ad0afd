/** Words for the editor of programmes. `{name}` stands for a value. */
export const editor = {
  'editor.completions': '可用的词',
}
