const place = 'samenspel.own-link';

/** What stands behind the `#` of the address, when it is a link of a participant and not a place on the page. */
function linkIn(hash: string): string | undefined {
  const found = hash.replace(/^#/, '');
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(found) ? found : undefined;
}

/**
 * The link under which somebody takes part. It stays behind the `#`, which browsers send to nobody, and in this tab, for
 * when the address goes to a place on the page.
 */
export function ownLink(hash: string): string | undefined {
  const found = linkIn(hash);
  try {
    if (found !== undefined) sessionStorage.setItem(place, found);
    return found ?? sessionStorage.getItem(place) ?? undefined;
  } catch {
    // A browser that keeps nothing: the link in the address is enough.
    return found;
  }
}
