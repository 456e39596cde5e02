/** Cities that are called by several names, a city a line; other spellings of a name are known by their letters. */
const NAMES = [
  ['pristina', 'prishtina'],
  ['chisinau', 'kishinev'],
  ['naypyidaw', 'nay pyi taw', 'naypyitaw'],
  ['beijing', 'peking'],
  ['astana', 'nur-sultan'],
  ['pretoria', 'tshwane'],
  ['colombo', 'sri jayawardenepura kotte'],
  ['delhi', 'new delhi'],
];

/** Whether two names that both stand for one state as its seat name one city: Entebbe is not Kampala. */
export function isSameCity(one: string, other: string): boolean {
  const [own, theirs] = [bare(one), bare(other)];
  if (own === theirs || skeleton(own) === skeleton(theirs)) return true;
  if (own.startsWith(`${theirs} `) || theirs.startsWith(`${own} `)) return true;
  return NAMES.some((names) => names.includes(own) && names.includes(theirs));
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[,.'’]/g, '');
}

/** Kyiv and Kiev, Tehran and Teheran, Bern and Berne. */
function skeleton(name: string): string {
  return name.replace(/[aeiouy\s-]/g, '');
}
