import type * as Runtime from 'onnxruntime-web'
import { EmbeddingError } from '../embedder.js'

export type OnnxRuntime = typeof Runtime

/** In the processor's own code where somebody installed that, which is faster; otherwise the WebAssembly that comes along. */
export async function onnxRuntime(): Promise<{ ort: OnnxRuntime; native: boolean }> {
  // Not among what Kehui depends on: it has 290 MB of libraries for all systems.
  const faster = 'onnxruntime-node'
  try {
    return { ort: (await import(faster)) as OnnxRuntime, native: true }
  } catch {}
  try {
    const ort = await import('onnxruntime-web')
    ort.env.wasm.numThreads = 1
    ort.env.logLevel = 'error'
    return { ort, native: false }
  } catch {
    throw new EmbeddingError(
      'No runtime for ONNX models is installed. Run “npm install --no-save onnxruntime-node” (or onnxruntime-web@1.22.0), or unset KEHUI_EMBEDDINGS_ONNX.',
    )
  }
}
