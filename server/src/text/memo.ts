/** A function of a text that remembers its last answers: zones ask the same few questions very often. */
export function remembered<T>(compute: (text: string) => T, most = 2000): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as T;
    if (answers.size >= most) answers.clear();
    const answer = compute(text);
    answers.set(text, answer);
    return answer;
  };
}
