import { api } from './api.js'

/**
 * The script of a page. Where it cannot be had and the server does not answer either, that is what went wrong, and
 * the page that is there stays; where the server answers, its pages were renewed, and the router fetches them anew.
 */
export async function loaded<Script>(script: Promise<Script>): Promise<Script> {
  try {
    return await script
  } catch (cause) {
    await api.health()
    throw cause
  }
}
