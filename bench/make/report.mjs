/** Words of the fictional republic of Ardovia; nobody and nothing of it exists. */
const GIVEN = [
  'Orlan',
  'Tavid',
  'Mirel',
  'Sefa',
  'Darin',
  'Yelka',
  'Benat',
  'Ilmar',
  'Rusan',
  'Kaveh',
  'Ostra',
  'Lunet',
];
const FAMILY = [
  'Vessarin',
  'Hadrel',
  'Quorim',
  'Teslov',
  'Marukai',
  'Belandi',
  'Osterin',
  'Karvel',
  'Dumari',
  'Silvane',
];
const PLACES = ['Karsel', 'Qarsel', 'Selm', 'Aldrun', 'Port Merin', 'Tovash', 'Upper Dessa', 'Halmet', 'Brenik'];
const BODIES = [
  'the Ministry of Defence of Ardovia',
  'the Assembly of the Straits',
  'the Karsel Military Court',
  'the Selm Prosecutor’s Office',
  'the Ardovian Committee of Mothers',
];
const RANKS = ['Colonel', 'Captain', 'Lieutenant', 'Sergeant', 'Major'];
const GROUPS = ['conscripts', 'soldiers', 'detainees', 'villagers', 'officers', 'students'];
const COUNTS = [
  'at least 14',
  'more than 200',
  'about 60',
  '102',
  'nearly 40',
  'dozens of',
  'eleven',
  'no fewer than 27',
  'some 300',
  'only 9',
];
const MONTHS = ['January', 'March', 'May', 'June', 'September', 'November'];

const person = (by) => `${by.one(GIVEN)} ${by.one(FAMILY)}`;
const day = (by) => `${by.between(1, 28)} ${by.one(MONTHS)} ${by.between(2015, 2023)}`;
const group = (by) => `${by.one(COUNTS)} ${by.one(GROUPS)}`;

/** One sentence each: a statement, a figure, an act, a work cited. */
const TELLING = [
  (by) => `“${capital(group(by))} were beaten in the barracks of ${by.one(PLACES)},” said ${person(by)}, a lawyer.`,
  (by) => `${by.one(RANKS)} ${person(by)} told ${by.one(BODIES)} that ${group(by)} were held without charge.`,
  (by) => `According to ${by.one(BODIES)}, ${group(by)} died in ${by.one(PLACES)} between May and ${day(by)}.`,
  (by) =>
    `On ${day(by)}, soldiers of the Ardovian army arrested ${person(by)} near ${by.one(PLACES)} and beat him with rifle butts.`,
  (by) =>
    `${person(by)} was tortured by ${by.one(RANKS)} ${person(by)} in the basement of the school of ${by.one(PLACES)}.`,
  (by) => `Of ${group(by)} who complained, ${by.between(3, 60)} were recognised as victims by ${by.one(BODIES)}.`,
  (by) =>
    `The newspaper “Selm Courier”, referring to ${person(by)}, writes that criminal cases were opened against ${group(by)}.`,
  (by) =>
    `${capital(by.one(BODIES))} denied the accusations and said that “nobody was ill-treated, and the inquiry is closed”.`,
  (by) =>
    `In document No. ${by.between(100, 1999)} of ${day(by)} the deputies demanded an inquiry into the deaths in ${by.one(PLACES)}.`,
  (by) =>
    `“My son did not come home from ${by.one(PLACES)},” ${by.one(GIVEN)}’s mother wrote on ${day(by)}. “They told us he had fallen ill.”`,
  (by) =>
    `The court sentenced ${person(by)} to ${by.between(2, 15)} years in prison; he was acquitted after his death.`,
];

/** What stands between them: words without a count, an act or a voice. */
const PLAIN = [
  (by) =>
    `The road from ${by.one(PLACES)} to ${by.one(PLACES)} was closed for the winter, and the market stood empty until the spring.`,
  () => 'Families waited outside the gate through the night, and no list of names was shown to them.',
  () =>
    'The papers describe how the units were moved, who signed the orders, and which rooms of the building were used.',
  (by) => `The garrison of ${by.one(PLACES)} lies on the river, behind the old cannery and the railway bridge.`,
  () => 'It is not known where the keys were kept, or why the lamp in the yard went out that evening.',
  () => 'The letters came late, and in some of them whole lines had been made illegible with ink.',
  (by) => `Since ${day(by)} the building has stood empty; its windows are bricked up.`,
  () => 'Much of what follows rests on papers that were copied by hand and handed from family to family.',
];

/** So that a report gives about as many proposals a kilobyte as a dense article of an investigation does. */
const PLAIN_SHARE = 0.55;

/** A report of about `size` bytes: title, date, paragraphs, and one word that stands in no other report. */
export function reportFrom(by, { number, size }) {
  const title = `${capital(group(by))} in ${by.one(PLACES)}: what is known`;
  const word = markOf(number);
  const paragraphs = [`${by.one(PLACES)}, ${day(by)}. File ${word}.`];
  let length = title.length + paragraphs[0].length;
  while (length < size) {
    const sentences = Array.from({ length: by.between(2, 5) }, () =>
      by.one(by.next() < PLAIN_SHARE ? PLAIN : TELLING)(by),
    );
    paragraphs.push(sentences.join(' '));
    length += paragraphs.at(-1).length + 2;
  }
  return { title, word, paragraphs };
}

/** A word of letters for a number: it is searched for as any word is. */
export const markOf = (number) =>
  `zq${[...String(number).padStart(5, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}`;

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
