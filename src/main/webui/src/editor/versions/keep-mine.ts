/** Where a drawing went that makes room for somebody else's. */
export type Kept = 'clipboard' | 'file';

/**
 * Keeps a drawing outside of the page before it is replaced: on the clipboard, or in a file where the browser has none
 * for us, as without https. What stands on the clipboard can be pasted in the window of the JSON.
 */
export async function keepMine(
  text: string,
  clipboard: Pick<Clipboard, 'writeText'> | undefined,
  asFile: () => void,
): Promise<Kept> {
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return 'clipboard';
    } catch {
      // Not permitted: the file below is the other way.
    }
  }
  asFile();
  return 'file';
}
