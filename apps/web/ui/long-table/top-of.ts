/**
 * Tells at which height of the page something stands, in pixels, and again each time the page changes height: what stands above it
 * can grow or shrink while it stays.
 * @returns stops it
 */
export function followTop(
  place: { readonly getBoundingClientRect: () => { readonly top: number } },
  told: (top: number) => void,
): () => void {
  const measure = () => told(place.getBoundingClientRect().top + window.scrollY);
  measure();
  const watcher = new ResizeObserver(measure);
  watcher.observe(document.body);
  return () => watcher.disconnect();
}
