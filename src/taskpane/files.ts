/** Hands a text to the browser as a file to save. Does nothing where the host offers no such thing. */
export function offerDownload(name: string, text: string): void {
  if (typeof URL.createObjectURL !== 'function') return;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the address by then, and the memory can go.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** The text of a file a person chose, or null if it cannot be read. */
export function fileText(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null);
    reader.onerror = () => resolve(null);
    reader.readAsText(file);
  });
}
