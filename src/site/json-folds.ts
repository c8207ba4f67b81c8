/** Marks in highlighted JSON what can be folded: the inside of each object and list of more than a few lines. */

const LEAST_LINES = 4;

/** `html` is a highlighted `json`, line by line the same. The marks add no text, so a copy is still the document. */
export function markFolds(html: string, json: string): string {
  const lines = html.split('\n');
  const opened: number[] = [];
  for (const [at, line] of json.split('\n').entries()) {
    if (/^\s*[\]}]/.test(line)) {
      const from = opened.pop() ?? 0;
      // The document itself does not fold.
      if (opened.length > 0 && at - from > LEAST_LINES) {
        lines[from] += '<span class="fold">';
        lines[at] = `</span>${lines[at]}`;
      }
    }
    if (/[[{]$/.test(line)) opened.push(at);
  }
  return lines.join('\n');
}
