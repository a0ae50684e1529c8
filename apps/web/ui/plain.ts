/** Leaves accents, case and punctuation out, as the search of the API does. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Whether one of the texts has what was typed in it. */
export function mentions(search: string, texts: readonly (string | null | undefined)[]): boolean {
  return texts.some((text) => plain(text ?? '').includes(plain(search)));
}
