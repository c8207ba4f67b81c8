/**
 * The line that cmd.exe turns back into these parts: Windows starts npm and its like only through cmd.exe, and Node hands the parts
 * over as they are. The rules are those of cmd.exe and of the C runtime's argument parser; nothing here was tried on Windows.
 */
export const cmdLine = (parts: readonly string[]): string => parts.map(quote).join(' ');

function quote(part: string): string {
  if (/^[\w@.:/\\=+-]+$/.test(part)) return part;
  // The program's rules: a quote is escaped, and backslashes count only before a quote.
  const quoted = `"${part.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\*)$/, '$1$1')}"`;
  // Those of cmd.exe: a caret before everything that it would read itself.
  return quoted.replaceAll(/[()\][%!^"`<>&|;, *?]/g, '^$&');
}
