/** Words that say nothing of a question's subject, by language; data for {@link import('./similarity')}. */
const words: Readonly<Record<string, string>> = {
  en: `a about after all also am an and any are as at be because been before being both but by can could did do does doing
    down during each few for from further had has have having he her here hers herself him himself his how i if in into is
    it its itself just let me more most much must my myself no nor not now of off on once one only or other our ours out
    over own please same she should so some such tell than that the their theirs them themselves then there these they
    this those through to too under until up us very was we were what when where which while who whom whose why will with
    would you your yours yourself describe give show`,
  de: `aber alle als also am an auch auf aus bei bin bis da dann das dass dein deine dem den der des dich die dies diese
    dieser dir doch du durch ein eine einem einen einer eines er es euer eure für hat hatte ich ihm ihn ihr ihre im in ist
    ja kann mein meine mich mir mit nach nicht noch nun nur ob oder ohne sein seine sich sie sind so um und uns unser vom
    von vor war waren was weil wenn wer werden wie wieder wir wird wo zu zum zur`,
  fr: `à au aux avec ce ces cette dans de des du elle en est et eu il ils je la le les leur leurs lui ma mais me mes moi
    mon ne nos notre nous on ont ou où par pas plus pour qu que quel quelle quels quelles qui quoi sa sans se ses si son
    sont sur ta te tes toi ton tu un une vos votre vous y était`,
  es: `a al algo ante como con cuál cuando cuándo de del desde donde dónde e el ella ellos en entre era es esa ese eso esta
    este esto fue ha había hasta hay la las le les lo los más me mi mis muy no nos o para pero por qué que quién se si sin
    sobre su sus también te tu tus un una uno y ya yo`,
  it: `a ai al alla anche che chi ci come con cosa cui da dal dalla dei del della delle di dove e è ed era gli ha hai ho i
    il in io la le lo lui ma mi mia mio ne nei nella noi non o per più perché quale quando quel quella questo se si sono
    su sua suo ti tra tu tua tuo un una uno vi voi`,
  pt: `a ao aos as até com como da das de do dos e é ela ele em entre era essa esse esta este eu foi há isso isto já lhe
    mais mas me meu minha muito na não nas no nos nós o onde os ou para pela pelo por quais qual quando que quem se sem
    seu sua são também te tem tu um uma você`,
  nl: `aan al als bij dan dat de deze die dit doch door een en er ge haar had heb hebben heeft het hij hoe hun ik in is ja je
    jij kan maar me met mij mijn naar niet nog nu of om onder ons ook op over te tegen tot uit van voor waar wanneer was
    wat we welke werd wie wij zal ze zich zij zijn zo`,
};

const sets = new Map<string, ReadonlySet<string>>();

/** The stop words of a language, by the first part of its tag; none where there is no list. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const tag = language.split('-')[0]?.toLowerCase() ?? '';
  const known = sets.get(tag);
  if (known) return known;
  const made = new Set((words[tag] ?? '').split(/\s+/u).filter((word) => word !== ''));
  sets.set(tag, made);
  return made;
}
