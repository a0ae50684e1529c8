/** Whether anything in it is protected text in the clear: `{ $text }`. */
export function holdsClearText(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if ('$text' in value) return true;
  for (const key in value) if (holdsClearText(value[key as keyof typeof value])) return true;
  return false;
}
