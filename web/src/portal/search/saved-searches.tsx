import '../../text/area/search.js'
import type { SavedSearch, SearchQuery } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Icon } from '../../ui/icon.js'
import { NameField, useActingName } from '../../ui/name-field.js'
import { notify } from '../../ui/notify.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'

interface SavedSearchesProps {
  readonly query: Omit<SearchQuery, 'page'>
  readonly onChoose: (query: SavedSearch['query']) => void
}

/** Searches somebody wants to have again, by the name in which they act. */
export function SavedSearches({ query, onChoose }: SavedSearchesProps) {
  const { t } = useText()
  const { name } = useActingName()
  const client = useQueryClient()
  const saved = useQuery({
    queryKey: ['searches', name],
    queryFn: () => api.savedSearches(),
    enabled: name !== '',
  })
  const remove = useMutation({
    mutationFn: (id: string) => api.deleteSearch(id),
    onSuccess: (left) => client.setQueryData(['searches', name], left),
  })
  return (
    <details className="card">
      <summary>{t('search.saved')}</summary>
      <div className="stack">
        {saved.data && saved.data.length > 0 && (
          <ul className="choices">
            {saved.data.map((one) => (
              <li key={one.id} className="actions">
                <button type="button" className="button" onClick={() => onChoose(one.query)}>
                  {one.title}
                </button>
                <button
                  type="button"
                  className="button plain"
                  aria-label={t('search.delete', { title: one.title })}
                  onClick={() => remove.mutate(one.id)}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <SaveForm query={query} />
      </div>
    </details>
  )
}

function SaveForm({ query }: Pick<SavedSearchesProps, 'query'>) {
  const { t } = useText()
  const { name, keepName } = useActingName()
  const [own, setOwn] = useState(name)
  const [title, setTitle] = useState('')
  const client = useQueryClient()
  const messageOf = useMessageOf()
  const save = useMutation({
    mutationFn: () => api.saveSearch({ title: title.trim(), query }),
    onSuccess: async () => {
      setTitle('')
      notify({ text: t('search.saved.done'), tone: 'good' })
      await client.invalidateQueries({ queryKey: ['searches'] })
    },
    onError: (error) => notify({ text: messageOf(error), tone: 'bad' }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '' || own.trim() === '') return
    keepName(own)
    save.mutate()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        id="search-title"
        label={t('search.save.title')}
        value={title}
        onChange={setTitle}
        error={undefined}
      />
      {name === '' && (
        <NameField
          id="search-name"
          label={t('search.save.name')}
          value={own}
          onChange={setOwn}
          error={undefined}
        />
      )}
      <p className="actions">
        <button type="submit" className="button">
          {t('search.save')}
        </button>
      </p>
    </form>
  )
}
