import type { Silhouette } from './silhouette.ts';

export const home: readonly Silhouette[] = [
  {
    matches: /\bpendant( lamp| light)?\b/i,
    elements: `<path stroke="$dark" stroke-width="7" d="M300 60v96"/><rect fill="$dark" x="282" y="142" width="36" height="26" rx="8"/><ellipse fill="$main" cx="300" cy="292" rx="152" ry="128"/>
      <g fill="none" stroke="$dark" stroke-width="4" opacity=".28"><ellipse cx="300" cy="292" rx="100" ry="128"/><ellipse cx="300" cy="292" rx="44" ry="128"/><path d="M150 272h300M160 326h280M184 216h232M192 378h216"/></g>
      <ellipse fill="$light" opacity=".5" cx="256" cy="262" rx="52" ry="70"/><ellipse fill="$accent" cx="300" cy="418" rx="42" ry="9"/>`,
  },
  {
    matches: /\b(lamp|light|lighting)\b/i,
    elements: `<path fill="$light" opacity=".5" d="M204 262h192l70 150H134z"/><path fill="$main" d="M236 130h128l44 132H192z"/><path fill="$dark" opacity=".2" d="M332 130h32l44 132h-52z"/>
      <rect fill="$accent" x="291" y="262" width="18" height="150"/><ellipse fill="$dark" cx="300" cy="424" rx="76" ry="16"/><circle fill="$accent" cx="300" cy="270" r="16"/>`,
  },
  {
    matches: /\bcandles?\b/i,
    elements: `<g fill="$main" opacity=".55"><rect x="222" y="210" width="44" height="190" rx="8"/><rect x="334" y="170" width="44" height="230" rx="8"/></g><g fill="$accent"><path d="M244 128c30 36 22 66 0 66s-30-30 0-66zM356 88c30 36 22 66 0 66s-30-30 0-66z"/></g>
      <g stroke="$dark" stroke-width="5"><path d="M244 212v-20M356 172v-20"/></g><g fill="$main"><path d="M192 398h104l-16 42h-72zM304 398h104l-16 42h-72z"/></g>`,
  },
  {
    matches: /\b(cushion|pillowcase|pillow)\b/i,
    elements: `<path fill="$main" d="M150 190c100 24 200 24 300 0 24-4 34 10 30 30-20 76-20 110 0 180 6 22-6 34-28 30-100-22-204-22-304 0-22 4-34-8-28-30 20-70 20-104 0-180-4-20 6-34 30-30z"/>
      <path fill="none" stroke="$dark" stroke-width="6" opacity=".35" d="M176 216c84 16 164 16 248 0M176 402c84-14 164-14 248 0"/><path fill="none" stroke="$light" stroke-width="9" stroke-linecap="round" opacity=".6" d="M182 262c-6 30-6 60 0 90"/>`,
  },
  {
    matches: /\brug\b/i,
    elements: `<g transform="translate(300 300) skewX(-14) translate(-300 -300)"><rect fill="$main" x="150" y="150" width="300" height="280" rx="6"/><g fill="$accent"><rect x="150" y="186" width="300" height="22"/><rect x="150" y="372" width="300" height="22"/></g>
      <g fill="$light"><rect x="150" y="230" width="300" height="10"/><rect x="150" y="340" width="300" height="10"/><rect x="150" y="282" width="300" height="16"/></g>
      <g stroke="$dark" stroke-width="5" stroke-linecap="round"><path d="M160 150v-20M200 150v-20M240 150v-20M280 150v-20M320 150v-20M360 150v-20M400 150v-20M440 150v-20M160 430v20M200 430v20M240 430v20M280 430v20M320 430v20M360 430v20M400 430v20M440 430v20"/></g></g>`,
  },
  {
    matches: /\b(throw|duvet|towel|napkins?|blanket|linens?|textiles|bedding|mat)\b/i,
    elements: `<rect fill="$dark" x="146" y="372" width="308" height="68" rx="30"/><rect fill="$main" x="154" y="302" width="292" height="70" rx="30"/><rect fill="$accent" x="148" y="234" width="304" height="68" rx="30"/><rect fill="$light" x="158" y="168" width="284" height="66" rx="30"/>
      <g fill="none" stroke="$dark" stroke-width="5" stroke-linecap="round" opacity=".4"><path d="M190 201h206M182 268h222M186 337h210"/></g><g stroke="$main" stroke-width="6" stroke-linecap="round"><path d="M400 234v26M416 234v26M432 230v24"/></g>`,
  },
  {
    matches: /\bstool\b/i,
    elements: `<g stroke="$dark" stroke-width="24" stroke-linecap="round"><path d="M220 236l-44 192M380 236l44 192M300 236v192"/></g><path stroke="$dark" stroke-width="14" d="M204 344h192"/>
      <path fill="$accent" d="M146 192c100 26 208 26 308 0 14 0 20 10 18 22-4 28-60 44-172 44s-168-16-172-44c-2-12 4-22 18-22z"/><path fill="none" stroke="$light" stroke-width="7" stroke-linecap="round" opacity=".6" d="M180 222c60 16 120 18 170 14"/>`,
  },
  {
    matches: /\b(shelf|furniture)\b/i,
    elements: `<rect fill="$accent" x="110" y="326" width="380" height="28" rx="6"/><path fill="$dark" opacity=".3" d="M150 354h26v26zM424 354h26l-26 26z"/><rect fill="$main" x="160" y="216" width="34" height="110" rx="4"/><rect fill="$dark" x="198" y="200" width="28" height="126" rx="4"/><rect fill="$light" x="230" y="226" width="38" height="100" rx="4"/>
      <path fill="$main" d="M358 268h78l-12 58h-54z"/><g fill="$dark"><path d="M396 268c-4-50-44-60-52-96 40 6 62 44 56 96zM398 268c0-40 16-62 50-72 0 36-18 60-46 72z"/></g>`,
  },
  {
    matches: /\btable\b/i,
    elements: `<g stroke="$dark" stroke-width="16" stroke-linecap="round"><path d="M206 240l188 192M394 240L206 432"/></g><rect fill="$main" x="126" y="212" width="348" height="32" rx="16"/><path fill="$accent" d="M262 150h76l-10 62h-56z"/>
      <g fill="none" stroke="$dark" stroke-width="6" stroke-linecap="round"><path d="M292 150c-4-34-24-38-30-56M308 150c2-40 22-40 28-70"/></g><circle fill="$main" cx="262" cy="94" r="14"/><circle fill="$main" cx="338" cy="82" r="14"/>`,
  },
  {
    matches: /\bbasket\b/i,
    elements: `<path fill="none" stroke="$dark" stroke-width="18" d="M236 236c0-96 128-96 128 0"/><path fill="$accent" d="M142 236h316l-34 182a26 26 0 0 1-26 22H202a26 26 0 0 1-26-22z"/><rect fill="$dark" x="130" y="222" width="340" height="28" rx="14"/>
      <g fill="none" stroke="$dark" stroke-width="6" opacity=".34"><path d="M156 288h288M164 334h272M172 380h256M206 250l12 190M262 250l6 190M338 250l-6 190M394 250l-12 190"/></g>`,
  },
  {
    matches: /\b(coat rack|rack|hooks?)\b/i,
    elements: `<rect fill="$accent" x="110" y="180" width="380" height="46" rx="12"/><g fill="$dark"><circle cx="160" cy="214" r="16"/><circle cx="230" cy="214" r="16"/><circle cx="300" cy="214" r="16"/><circle cx="370" cy="214" r="16"/><circle cx="440" cy="214" r="16"/></g>
      <path fill="$main" d="M216 226h28c34 22 44 110 48 204H168c4-94 14-182 48-204z"/><path fill="none" stroke="$light" stroke-width="24" stroke-linecap="round" d="M370 226c-28 60 14 100-8 160M370 226c34 60-2 110 20 150"/>`,
  },
  {
    matches: /\b(soap dish|soap|bath)\b/i,
    elements: `<ellipse fill="$dark" cx="300" cy="412" rx="170" ry="28"/><ellipse fill="$main" cx="300" cy="398" rx="170" ry="28"/><path fill="$accent" d="M180 300h240a32 32 0 0 1 32 32v22a42 42 0 0 1-42 42H190a42 42 0 0 1-42-42v-22a32 32 0 0 1 32-32z"/>
      <rect fill="$light" opacity=".6" x="204" y="322" width="192" height="44" rx="22"/><g fill="$main" opacity=".35"><circle cx="222" cy="244" r="28"/><circle cx="288" cy="206" r="18"/><circle cx="348" cy="252" r="22"/><circle cx="400" cy="196" r="12"/></g>`,
  },
  {
    matches: /\bmirror\b/i,
    elements: `<path fill="none" stroke="$dark" stroke-width="12" d="M300 96l-90 100M300 96l90 100"/><circle fill="$dark" cx="300" cy="96" r="12"/><circle fill="$accent" cx="300" cy="296" r="146"/><circle fill="$light" cx="300" cy="296" r="124"/>
      <g stroke="$main" stroke-width="14" stroke-linecap="round" opacity=".5"><path d="M240 330l88-98M276 356l86-96"/></g>`,
  },
  {
    matches: /\b(vase|decor)\b/i,
    elements: `<g fill="none" stroke="$dark" stroke-width="8" stroke-linecap="round"><path d="M300 236c-6-70-40-90-58-134M302 236c0-60 34-80 50-108"/></g><g fill="$dark"><path d="M270 170c-40 6-58-14-66-40 36-4 58 12 66 40zM330 166c32 12 56 0 72-24-34-12-58 0-72 24z"/></g>
      <g fill="$accent"><circle cx="238" cy="96" r="26"/><circle cx="356" cy="120" r="20"/></g><path fill="$main" d="M268 226h64c2 40 74 62 74 130 0 54-44 84-106 84s-106-30-106-84c0-68 72-90 74-130z"/><path fill="$dark" opacity=".2" d="M332 226c2 40 74 62 74 130 0 54-44 84-106 84 46-14 68-42 66-84-2-58-56-80-60-130z"/>`,
  },
];
