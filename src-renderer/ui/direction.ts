const startsRightToLeft =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * The `dir` of a field that holds this text. The browser finds it by itself while one types; for a text that the field
 * starts with, Chromium 114 does not.
 */
export const directionOf = (text: string | undefined): 'rtl' | 'auto' =>
  text !== undefined && startsRightToLeft.test(text) ? 'rtl' : 'auto';
