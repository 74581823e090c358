/** Titles and degrees before a name. Those behind it stand after a comma. */
const BEFORE = new Set(
  'h hj kh k.h drs dra dr drg prof ir ns tgh tuan bapak bpk ibu pak bu r rr rd raden raja tb letjen irjen jenderal brigjen kombes komjen pol purn apt gus'.split(
    ' ',
  ),
)

/** A name as people type it: lower case, without degrees (`Dr. H. Ahmad Luthfi, S.H., S.St.M.K.` is `ahmad luthfi`). */
export function personName(name: string): string {
  const [spoken = ''] = name.split(',')
  const words = spoken
    .toLowerCase()
    .replace(/[()"]/g, ' ')
    .split(/\s+/)
    .flatMap((word) => (/^(\p{L}{1,5}\.)+\p{L}*$/u.test(word) ? word.split('.') : [word]))
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '')
  while (words.length > 1 && BEFORE.has(words[0] ?? '')) words.shift()
  return words.join(' ')
}
