/** Says something in the status line, which screen readers read out. */
export function announcer(status: HTMLElement): (text: string) => void {
  return (text) => {
    // The same words twice are read out once, unless the line was empty in between.
    status.textContent = '';
    requestAnimationFrame(() => {
      status.textContent = text;
    });
  };
}
