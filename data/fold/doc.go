// Package fold makes search keys: what a person types and what a register holds become the same letters.
//
// Two spellings of one name meet in one key:
//
//   - case and diacritics never matter;
//   - Kazakh letters meet their Russian look-alikes, because many keyboards have no Kazakh layout: ә and а, ғ and г,
//     қ and к, ң and н, ө and о, ұ, ү and у, һ and х, і and и, ё and е;
//   - Cyrillic meets its Latin transliterations, as passports and people write them: ж is zh or j, х is kh or h,
//     ғ is gh or g, ң is ng or n, я is ya or ia, щ is shch, sch or sh, е is ye after a vowel or at the start;
//   - Latin meets itself: the Kazakh alphabets of 2018 (á ǵ ń ó ú ý) and 2021 (ä ğ ñ ö ū ü ş), in which ý is у;
//     q and k, w and v, x and ks, c and k;
//   - signs without a sound (ь, ъ, apostrophes) go, doubled letters become one.
//
// A key has only the letters a-z, digits and single spaces, and is its own key, so that a stored key can be folded
// again without harm. Letters that no Latin spelling is known for (Arabic, Chinese ...) are left out.
//
// Keys are for finding, never for showing or for telling people apart: «Жан» and «Джан» share one.
package fold
