import type {
  DeliveryList,
  MadeWebhook,
  NewWebhook,
  TryResult,
  Webhook,
  WebhookList,
} from '../webhooks/schema.js'
import type { Send } from './request.js'

export function webhookRoutes(send: Send) {
  const at = (id: string) => `/webhooks/${encodeURIComponent(id)}`
  return {
    webhooks: () => send<WebhookList>('/webhooks'),
    makeWebhook: (body: NewWebhook) => send<MadeWebhook>('/webhooks', { method: 'POST', body }),
    pauseWebhook: (id: string) => send<Webhook>(`${at(id)}/pause`, { method: 'POST' }),
    resumeWebhook: (id: string) => send<Webhook>(`${at(id)}/resume`, { method: 'POST' }),
    tryWebhook: (id: string) => send<TryResult>(`${at(id)}/try`, { method: 'POST' }),
    deleteWebhook: (id: string) => send<null>(at(id), { method: 'DELETE' }),
    webhookDeliveries: (id: string) => send<DeliveryList>(`${at(id)}/deliveries`),
  }
}
