import { expect, it } from 'vitest'
import { personName } from '../../../src/knowledge/person-name.ts'

it.each([
  ['Mukhtarudin', 'mukhtarudin'],
  ['Dr. H. Ahmad Luthfi, S.H., S.St.M.K.', 'ahmad luthfi'],
  ['Dr.Ir. Budi Arie', 'budi arie'],
  ['Prof. Dr. Hj. Siti Nur, M.Si.', 'siti nur'],
  ['M. Arifin Arpan', 'm arifin arpan'],
  ['Antonius H. Gege Hadjon', 'antonius h gege hadjon'],
  ['Safaruddin Dt. Bandaro Rajo', 'safaruddin dt bandaro rajo'],
  ['Komjen Pol. Achmad Kartiko', 'achmad kartiko'],
  ['Ir', 'ir'],
  ['', ''],
])('%s is asked for as "%s"', (name, expected) => {
  expect(personName(name)).toBe(expected)
})
