import type { Silhouette } from './silhouette.ts';

export const apparel: readonly Silhouette[] = [
  {
    matches: /\b(jumper|cardigan|sweater|knitwear)\b/i,
    elements: `<path fill="$main" d="M228 134c40 28 104 28 144 0l62 30c20 10 32 26 36 48l34 176c2 14-6 24-18 26l-46 8-26-130v148H186V292l-26 130-46-8c-12-2-20-12-18-26l34-176c4-22 16-38 36-48z"/><rect fill="$dark" x="186" y="408" width="228" height="32" rx="8"/>
      <path fill="none" stroke="$dark" stroke-width="18" d="M228 134c34 38 110 38 144 0"/><g stroke="$light" stroke-width="7" opacity=".55" fill="none"><path d="M190 262l22-18 22 18 22-18 22 18 22-18 22 18 22-18 22 18 22-18 22 18M190 296l22-18 22 18 22-18 22 18 22-18 22 18 22-18 22 18 22-18 22 18"/></g>
      <g stroke="$dark" stroke-width="20"><path d="M104 388l48 9M496 388l-48 9"/></g>`,
  },
  {
    matches: /\b(tee|t-shirt|top)\b/i,
    elements: `<path fill="$main" d="M232 136c38 34 98 34 136 0l64 24c14 6 24 14 32 28l48 84-72 42-30-46v150a22 22 0 0 1-22 22H212a22 22 0 0 1-22-22V268l-30 46-72-42 48-84c8-14 18-22 32-28z"/>
      <path fill="none" stroke="$dark" stroke-width="12" d="M232 136c34 44 102 44 136 0"/><path fill="$dark" opacity=".18" d="M410 268v150a22 22 0 0 1-22 22h-70c40-30 60-90 66-172z"/>`,
  },
  {
    matches: /\b(shirts?|blouse)\b/i,
    elements: `<path fill="$main" d="M236 132h128l66 30c18 8 28 24 32 44l38 194-60 14-30-120v124a22 22 0 0 1-22 22H212a22 22 0 0 1-22-22V294l-30 120-60-14 38-194c4-20 14-36 32-44z"/><path fill="$light" d="M236 132l64 44-42 48-50-74zM364 132l-64 44 42 48 50-74z"/>
      <path stroke="$dark" stroke-width="5" opacity=".5" d="M300 178v262"/><g fill="$dark"><circle cx="314" cy="238" r="6"/><circle cx="314" cy="290" r="6"/><circle cx="314" cy="342" r="6"/><circle cx="314" cy="394" r="6"/></g><path fill="$dark" opacity=".22" d="M336 256h54v46l-27 14-27-14z"/>`,
  },
  {
    matches: /\bvest\b/i,
    elements: `<path fill="$main" d="M234 128h132l40 40c-16 50-10 88 20 118v132a22 22 0 0 1-22 22H196a22 22 0 0 1-22-22V286c30-30 36-68 20-118z"/><path fill="$dark" d="M234 128h132l-24 46h-84z"/><path stroke="$accent" stroke-width="9" d="M300 166v274"/>
      <g fill="none" stroke="$dark" stroke-width="6" opacity=".35"><path d="M200 226h200M184 290h232M176 344h248M176 396h248"/></g>`,
  },
  {
    matches: /\b(jacket|shell|coat|outerwear)\b/i,
    elements: `<path fill="$main" d="M240 130h120l74 34c18 8 28 22 32 42l40 196-62 16-32-122v124a22 22 0 0 1-22 22H210a22 22 0 0 1-22-22V296l-32 122-62-16 40-196c4-20 14-34 32-42z"/><path fill="$dark" d="M228 136c30-26 114-26 144 0l-26 52h-92z"/>
      <path stroke="$accent" stroke-width="8" d="M300 188v252"/><g fill="$dark" opacity=".3"><rect x="210" y="338" width="70" height="66" rx="8"/><rect x="320" y="338" width="70" height="66" rx="8"/><rect x="210" y="338" width="70" height="22" rx="8"/><rect x="320" y="338" width="70" height="22" rx="8"/></g>`,
  },
  {
    matches: /\b(beanie|hat|cap)\b/i,
    elements: `<circle fill="$accent" cx="300" cy="136" r="32"/><path fill="$main" d="M150 350c0-120 58-194 150-194s150 74 150 194z"/><g fill="none" stroke="$dark" stroke-width="7" opacity=".3"><path d="M196 350c0-90 20-146 60-180M248 350c0-90 12-150 40-190M352 350c0-90-12-150-40-190M404 350c0-90-20-146-60-180"/></g>
      <rect fill="$dark" x="136" y="342" width="328" height="88" rx="26"/><g stroke="$light" stroke-width="7" stroke-linecap="round" opacity=".4"><path d="M176 362v48M218 362v48M260 362v48M302 362v48M344 362v48M386 362v48M426 362v48"/></g>`,
  },
  {
    matches: /\b(rucksack|backpack|bag|tote)\b/i,
    elements: `<path fill="none" stroke="$dark" stroke-width="16" d="M262 146c0-52 76-52 76 0"/><rect fill="$dark" x="142" y="268" width="40" height="126" rx="18"/><rect fill="$dark" x="418" y="268" width="40" height="126" rx="18"/><path fill="$main" d="M172 220c0-56 50-86 128-86s128 30 128 86v184a36 36 0 0 1-36 36H208a36 36 0 0 1-36-36z"/>
      <path fill="$dark" opacity=".25" d="M172 220c0-56 50-86 128-86s128 30 128 86v40c-80 36-176 36-256 0z"/><rect fill="$dark" opacity=".35" x="212" y="326" width="176" height="84" rx="16"/><g fill="$accent"><rect x="238" y="240" width="20" height="110" rx="6"/><rect x="342" y="240" width="20" height="110" rx="6"/></g><g fill="$light"><rect x="232" y="312" width="32" height="22" rx="5"/><rect x="336" y="312" width="32" height="22" rx="5"/></g>`,
  },
  {
    matches: /\bbelt\b/i,
    elements: `<g fill="none" stroke="$main" stroke-width="44"><circle cx="290" cy="290" r="124"/></g><g fill="none" stroke="$dark" stroke-width="44" opacity=".35"><path d="M290 414a124 124 0 0 0 124-124"/></g><path fill="none" stroke="$main" stroke-width="44" stroke-linecap="round" d="M290 414h180"/>
      <rect fill="none" stroke="$accent" stroke-width="14" x="292" y="380" width="74" height="68" rx="10"/><path stroke="$accent" stroke-width="10" stroke-linecap="round" d="M300 414h66"/><g fill="$dark"><circle cx="400" cy="414" r="6"/><circle cx="430" cy="414" r="6"/><circle cx="460" cy="414" r="6"/></g>`,
  },
  {
    matches: /\bsocks?\b/i,
    elements: `<path fill="$dark" d="M310 140h112v170l66 62c26 26 6 68-32 68h-32c-22 0-38-8-52-22l-62-62z"/><path fill="$main" d="M166 140h118v178l72 58c28 24 8 64-30 64h-54c-22 0-40-8-54-22l-36-36a54 54 0 0 1-16-38z"/>
      <rect fill="$accent" x="158" y="126" width="134" height="46" rx="12"/><rect fill="$accent" opacity=".8" x="302" y="126" width="128" height="46" rx="12"/><path fill="$light" opacity=".5" d="M356 376c28 24 8 64-30 64h-30c6-30 24-54 60-64zM166 330c30 10 44 34 42 66l-26-26a54 54 0 0 1-16-40z"/>`,
  },
  {
    matches: /\bapron\b/i,
    elements: `<path fill="none" stroke="$dark" stroke-width="14" d="M240 160c-10-90 130-90 120 0"/><path fill="$main" d="M232 150h136c4 70 30 104 66 118v154a18 18 0 0 1-18 18H184a18 18 0 0 1-18-18V268c36-14 62-48 66-118z"/><g fill="none" stroke="$dark" stroke-width="12" stroke-linecap="round"><path d="M166 290l-46 30M434 290l46 30"/></g>
      <path fill="$dark" opacity=".28" d="M214 318h172v70a20 20 0 0 1-20 20H234a20 20 0 0 1-20-20z"/><path stroke="$light" stroke-width="5" stroke-dasharray="10 8" opacity=".7" d="M300 318v90M222 330h156"/>`,
  },
  {
    matches: /\b(slippers?|shoes?|boots?|footwear)\b/i,
    elements: `<path fill="$dark" d="M196 250c60-30 120 6 176 40 60 34 130 26 134 84 2 30-18 42-48 42H206c-32 0-48-16-46-46 4-50 4-104 36-120z" opacity=".55"/><path fill="$main" d="M128 282c60-30 122 2 178 36 62 36 134 26 138 84 2 28-16 38-46 38H136c-32 0-48-16-46-46 2-46 8-96 38-112z"/>
      <path fill="$accent" d="M128 282c34-18 70-14 104-2-18 44-66 68-132 58 6-26 14-48 28-56z"/><path fill="none" stroke="$light" stroke-width="8" stroke-linecap="round" opacity=".6" d="M300 354c34 14 70 18 96 34"/><path fill="$dark" d="M92 410h350c0 20-16 30-44 30H136c-24 0-40-10-44-30z"/>`,
  },
];
