/** The view whose version the next release has raised. No other view is derived from it. */
export const RAISED = 'commitment';
