import { describe, expect, test } from 'vitest';
import { isOtherLanguage } from '../../../../src-main/ai/language-check';

const texts = {
  en: 'I grew up in a ferry house on the river, in the years before the bridge. My father pulled people across by a rope; my mother gave them tea while they waited in our kitchen. I learned there what it means to be carried.',
  de: 'Ich wuchs in einem Fährhaus am Fluss auf, in den Jahren vor der Brücke. Mein Vater zog die Leute an einem Seil hinüber; meine Mutter gab ihnen Tee, während sie in unserer Küche warteten. Dort habe ich gelernt, was Arbeit ist.',
  fr: 'J’ai grandi dans une maison de passeur au bord de la rivière, dans les années d’avant le pont. Mon père tirait les gens avec une corde; ma mère leur donnait du thé pendant qu’ils attendaient dans notre cuisine.',
  es: 'Crecí en una casa de barquero junto al río, en los años anteriores al puente. Mi padre pasaba a la gente tirando de una cuerda; mi madre les daba té mientras esperaban en nuestra cocina, y allí aprendí a trabajar.',
  ru: 'Я вырос в доме паромщика у реки, в годы до постройки моста. Отец переправлял людей на канате, а мать поила их чаем, пока они ждали на нашей кухне. Там я узнал, что такое работа и что такое общество других людей.',
  ja: '私は橋が架かる前の時代に、川のほとりの渡し守の家で育った。父は綱を引いて人々を渡し、母は台所で待つ人たちにお茶を出した。仕事とは何か、人と一緒にいるとはどういうことかを、私はそこで学んだのである。冬になると川は凍り、誰も私たちを必要としなかった。そして橋を測る男たちがやって来て、父は何も言わずに綱を巻いた。私はその音を今でも覚えている。鐘の音も、湯気の匂いも。',
} as const;
const tags = Object.keys(texts) as (keyof typeof texts)[];

describe('the language of an answer', () => {
  test.each(tags)('%s is known as itself, by any form of its tag', (tag) => {
    for (const form of [tag, `${tag}-XX`, tag.toUpperCase()]) expect(isOtherLanguage(texts[tag], form)).toBe(false);
  });

  test.each(tags.flatMap((is) => tags.filter((asked) => asked !== is).map((asked) => [is, asked] as const)))(
    '%s is not %s',
    (is, asked) => expect(isOtherLanguage(texts[is], asked)).toBe(true),
  );

  test.each([3, 10, 40])('is known however long the answer is (%i times as long)', (times) => {
    const long = (text: string) => text.repeat(times);
    for (const tag of tags) {
      expect(isOtherLanguage(long(texts[tag]), tag), tag).toBe(false);
      expect(isOtherLanguage(long(texts[tag]), tag === 'en' ? 'de' : 'en'), tag).toBe(true);
    }
    expect(isOtherLanguage(`${texts.de} ${long(texts.en)}`, 'en')).toBe(false);
    expect(isOtherLanguage(`${texts.en} ${long(texts.de)}`, 'en')).toBe(true);
  });

  test('what is too short to tell, and a language that cannot be told, passes', () => {
    expect(isOtherLanguage('Wo ist das Haus?', 'en')).toBe(false);
    expect(isOtherLanguage(texts.de, 'tlh')).toBe(false);
  });
});
