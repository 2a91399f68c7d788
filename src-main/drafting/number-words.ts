/** A number that a text writes in words, with what it can be in digits. */
export type NumberPhrase = { readonly text: string; readonly values: readonly string[] };

type Numbers = {
  /** Word after word with its value, the longer one first where one begins another. */
  readonly atoms: ReadonlyMap<string, number>;
  /** What may stand between the words of one number. */
  readonly joiner: string;
  /** Number words that are more often other words, where they stand alone. */
  readonly doubtful: readonly string[];
};

/** `word=value`, or words in a row from a value on. */
function numbers(from: number, row: string, more: string, joiner: string, doubtful: readonly string[] = []): Numbers {
  const inRow = row.split(' ').map((word, index): [string, number] => [word, from + index]);
  const pairs = more.split(' ').map((pair): [string, number] => {
    const [word = '', value] = pair.split('=');
    return [word, Number(value)];
  });
  const longestFirst = [...inRow, ...pairs].sort(([one], [other]) => other.length - one.length);
  return { atoms: new Map(longestFirst), joiner, doubtful };
}

const data: Readonly<Record<string, Numbers>> = {
  en: numbers(
    1,
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000',
    'and',
  ),
  de: numbers(
    2,
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    'ein=1 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000',
    'und',
    ['acht'],
  ),
  fr: numbers(
    2,
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
    'un=1 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 octante=80 nonante=90 quatre-vingt=80 quatre-vingts=80 cent=100 cents=100 mille=1000',
    'et',
    ['neuf'],
  ),
  es: numbers(
    2,
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta',
    'uno=1 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 trescientos=300 quinientos=500 mil=1000',
    'y',
  ),
  it: numbers(
    2,
    'due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
    'uno=1 vent=20 trenta=30 trent=30 quaranta=40 quarant=40 cinquanta=50 cinquant=50 sessanta=60 sessant=60 settanta=70 settant=70 ottanta=80 ottant=80 novanta=90 novant=90 cento=100 mille=1000 mila=1000',
    'e',
    ['sei'],
  ),
  pt: numbers(
    2,
    'dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove vinte',
    'um=1 duas=2 quatorze=14 dezesseis=16 dezessete=17 dezenove=19 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200 trezentos=300 quinhentos=500 mil=1000',
    'e',
  ),
};

const hundred = 100;
const thousand = 1_000;
const ten = 10;

/** The value of number words in a row, and the year that they may be: “nineteen forty-seven”. */
function valuesOf(atoms: readonly number[]): string[] {
  let [total, current] = [0, 0];
  for (const value of atoms) {
    if (value === thousand) {
      total += Math.max(1, current) * thousand;
      current = 0;
    } else current = value === hundred ? Math.max(1, current) * hundred : current + value;
  }
  const [first = 0, ...rest] = atoms;
  const last = rest.reduce((sum, value) => sum + value, 0);
  const isYear = first > ten && first < hundred && last > 0 && last < hundred;
  return [String(total + current), ...(isYear ? [String(first * hundred + last)] : [])];
}

/** The numbers from two on that a text writes in words; none in a language without data. */
export function numberPhrases(text: string, language: string): NumberPhrase[] {
  const known = data[language.split('-')[0]?.toLowerCase() ?? ''];
  if (!known) return [];
  const { atoms, joiner, doubtful } = known;
  const atom = `(?:${[...atoms.keys()].join('|')})`;
  const between = `(?:[\\s-]?(?:${joiner})?[\\s-]?)`;
  const phrase = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${atom}(?:${between}${atom})*(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
  const each = new RegExp(atom, 'giu');
  return (text.match(phrase) ?? []).flatMap((found) => {
    const lower = found.toLocaleLowerCase(language);
    const values = (lower.match(each) ?? []).map((word) => atoms.get(word) ?? 0);
    const isNumber = values.some((value) => value > 1) && !doubtful.includes(lower);
    return isNumber ? [{ text: found, values: valuesOf(values) }] : [];
  });
}
