/** Verbs that nobody can suffer: their past form alone tells the past. */
export const INTRANSITIVE =
  /^(agree|arrive|come|land|go|respond|refuse|fail|begin|vow|pledge|promise|continue|remain|appear|seem|happen|occur|die|drown|travel|flee|retreat|withdraw|fall|rise|collapse|sink|sail|fly|walk|march|gather|protest|vote|meet|talk|speak|negotiate|resign|live|stay|sit|stand|collide|crash|capsize|explode|erupt|intervene|depart|return|escape|disappear|emerge|last|comply|object|apologise|apologize|surrender|step|struggle|suffer|decline|cross|visit|insist|allege|argue|warn|deny)$/;
