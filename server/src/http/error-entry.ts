type Text = { zh: string; en: string }

/** One refusal: its status, what was wrong, and what to do about it. */
export type ErrorEntry = { status: number; message: Text; next: Text }
