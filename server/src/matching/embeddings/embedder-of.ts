import type { Embedder, EmbeddingSettings } from './embedder.js'
import { endpointEmbedder } from './endpoint.js'
import { folderEmbedder } from './onnx/index.js'

export function embedderOf(settings: EmbeddingSettings): Embedder {
  if (settings.at === 'endpoint') return endpointEmbedder(settings)
  try {
    return folderEmbedder(settings.folder)
  } catch (error) {
    // A model that is not there is told of, and words go on.
    const embed = () => Promise.reject(error)
    return { name: settings.folder, symmetric: true, embed, stop: async () => {} }
  }
}
