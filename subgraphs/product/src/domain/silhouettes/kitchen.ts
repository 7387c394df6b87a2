import type { Silhouette } from './silhouette.ts';

export const kitchen: readonly Silhouette[] = [
  {
    matches: /\b(casserole|stockpot|pot|saucepan|cook set|cookware)\b/i,
    elements: `<path fill="none" stroke="$dark" stroke-width="18" stroke-linecap="round" d="M150 292h-26v34h26M450 292h26v34h-26"/>
      <path fill="$main" d="M146 250h308v132a58 58 0 0 1-58 58H204a58 58 0 0 1-58-58z"/>
      <path fill="$dark" opacity=".22" d="M380 250h74v132a58 58 0 0 1-58 58h-58a42 42 0 0 0 42-42z"/>
      <path fill="$main" d="M140 232c14-48 82-70 160-70s146 22 160 70z"/><rect fill="$dark" x="130" y="230" width="340" height="20" rx="10"/>
      <rect fill="$dark" x="278" y="128" width="44" height="36" rx="14"/><path fill="none" stroke="$light" stroke-width="10" stroke-linecap="round" opacity=".7" d="M178 286v76"/>`,
  },
  {
    matches: /\b(pan|grill plate|skillet|wok)\b/i,
    elements: `<g transform="rotate(-32 280 300)"><rect fill="$accent" x="396" y="284" width="170" height="32" rx="16"/><circle fill="$light" cx="544" cy="300" r="7"/>
      <rect fill="$dark" x="376" y="288" width="44" height="24" rx="8"/><circle fill="$dark" cx="260" cy="300" r="146"/>
      <circle fill="$main" cx="260" cy="300" r="124"/><circle fill="$dark" opacity=".14" cx="260" cy="300" r="92"/></g>
      <path fill="none" stroke="$light" stroke-width="9" stroke-linecap="round" opacity=".55" d="M172 300a92 92 0 0 1 58-82"/>`,
  },
  {
    matches: /\b(knife|knives)\b/i,
    elements: `<g transform="rotate(-38 300 300)"><path fill="$main" opacity=".6" d="M86 296c60-44 150-54 262-54v92H132c-20 0-38-14-46-38z"/>
      <path fill="$dark" opacity=".18" d="M92 306c40 0 150 0 256-8v36H132c-18 0-33-10-40-28z"/><rect fill="$dark" x="344" y="242" width="18" height="78" rx="4"/>
      <path fill="$accent" d="M360 244h128c22 0 34 16 30 34l-4 20c-4 16-14 24-30 22-44-4-82-8-124-8z"/>
      <circle fill="$light" cx="398" cy="278" r="7"/><circle fill="$light" cx="454" cy="280" r="7"/></g>`,
  },
  {
    matches: /\b(plate|tableware)\b/i,
    elements: `<circle fill="$light" cx="300" cy="290" r="160"/><circle fill="$main" opacity=".35" cx="300" cy="290" r="160"/><circle fill="$light" cx="300" cy="290" r="146"/>
      <circle fill="$main" opacity=".2" cx="300" cy="290" r="102"/><circle fill="$light" cx="300" cy="290" r="95"/>
      <g fill="$dark" opacity=".5"><circle cx="232" cy="196" r="4"/><circle cx="352" cy="210" r="3"/><circle cx="402" cy="318" r="4"/><circle cx="262" cy="342" r="3"/><circle cx="330" cy="288" r="4"/><circle cx="206" cy="330" r="3"/><circle cx="310" cy="398" r="4"/><circle cx="268" cy="256" r="3"/></g>`,
  },
  {
    matches: /\b(bowl|roasting dish|dish)\b/i,
    elements: `<path fill="$main" d="M124 262h352c0 96-66 162-136 162h-80c-70 0-136-66-136-162z"/><rect fill="$dark" x="246" y="418" width="108" height="22" rx="8"/>
      <path fill="$dark" opacity=".2" d="M400 262h76c0 96-66 162-136 162h-30c60-30 90-90 90-162z"/><ellipse fill="$dark" cx="300" cy="262" rx="176" ry="34"/>
      <ellipse fill="$accent" cx="300" cy="268" rx="150" ry="24"/><g fill="$light" opacity=".7"><circle cx="170" cy="318" r="4"/><circle cx="224" cy="372" r="4"/><circle cx="262" cy="324" r="3"/><circle cx="330" cy="386" r="4"/><circle cx="348" cy="330" r="3"/></g>`,
  },
  {
    matches: /\b(mug|cup|espresso)\b/i,
    elements: `<path fill="none" stroke="$dark" stroke-width="26" d="M392 246h28a58 58 0 0 1 0 116h-28"/>
      <path fill="$main" d="M176 190h222v198a52 52 0 0 1-52 52H228a52 52 0 0 1-52-52z"/><path fill="$dark" opacity=".2" d="M338 190h60v198a52 52 0 0 1-52 52h-50a42 42 0 0 0 42-42z"/>
      <ellipse fill="$dark" cx="287" cy="190" rx="111" ry="24"/><ellipse fill="$accent" cx="287" cy="194" rx="93" ry="16"/>
      <g fill="none" stroke="$main" stroke-width="9" stroke-linecap="round" opacity=".5"><path d="M256 142c-16-18 16-26 0-46M312 142c-16-18 16-26 0-46"/></g>`,
  },
  {
    matches: /\b(kettle|teapot|coffee & tea)\b/i,
    elements: `<path fill="none" stroke="$main" stroke-width="22" stroke-linecap="round" stroke-linejoin="round" d="M210 396c-60 0-30-170-96-186"/>
      <path fill="none" stroke="$dark" stroke-width="24" stroke-linecap="round" d="M398 238c90-20 108 130 22 156"/>
      <path fill="$main" d="M222 222h164l44 178c6 24-8 40-30 40H208c-22 0-36-16-30-40z"/><path fill="$dark" opacity=".2" d="M346 222h40l44 178c6 24-8 40-30 40h-50c20 0 34-16 30-40z"/>
      <path fill="$dark" d="M226 222c8-32 40-46 78-46s70 14 78 46z"/><circle fill="$accent" cx="304" cy="164" r="17"/>`,
  },
  {
    matches: /\b(dripper|pour-over)\b/i,
    elements: `<path fill="none" stroke="$dark" stroke-width="20" d="M398 200c66-6 66 76-22 72"/><path fill="$main" d="M170 172h260l-86 158h-88z"/><path fill="$dark" opacity=".2" d="M350 172h80l-86 158h-40z"/>
      <g stroke="$light" stroke-width="7" stroke-linecap="round" opacity=".6"><path d="M214 196l62 120M264 196l24 120M314 196l-6 120"/></g><rect fill="$dark" x="196" y="326" width="208" height="22" rx="11"/>
      <path fill="$light" d="M232 348h136l-8 76a18 18 0 0 1-18 16h-84a18 18 0 0 1-18-16z"/><path fill="$accent" d="M236 384h128l-4 40a18 18 0 0 1-18 16h-84a18 18 0 0 1-18-16z"/>`,
  },
  {
    matches: /\b(carafe|glass)\b/i,
    elements: `<path fill="$light" opacity=".85" d="M250 130h100l-14 92c62 30 82 84 78 140-4 52-40 78-114 78s-110-26-114-78c-4-56 16-110 78-140z"/>
      <path fill="$main" opacity=".75" d="M194 318c70-24 140 22 219 2 6 84-30 120-113 120-86 0-118-44-106-122z"/><path fill="$dark" opacity=".16" d="M350 130l-14 92c62 30 82 84 78 140-4 52-40 78-114 78 60-14 84-52 80-100-4-54-34-88-66-110l6-100z"/>
      <rect fill="$dark" x="242" y="122" width="116" height="14" rx="7"/><path fill="none" stroke="$light" stroke-width="10" stroke-linecap="round" d="M222 366a84 84 0 0 1 28-92"/>`,
  },
  {
    matches: /\b(board|tray)\b/i,
    elements: `<g transform="rotate(14 300 300)"><path fill="$accent" d="M196 210a36 36 0 0 1 36-36h40V132a28 28 0 0 1 56 0v42h40a36 36 0 0 1 36 36v194a36 36 0 0 1-36 36H232a36 36 0 0 1-36-36z"/><circle fill="$light" cx="300" cy="138" r="11"/>
      <g fill="none" stroke="$dark" stroke-width="5" opacity=".32"><path d="M228 200c10 80-10 140 4 212M272 200c-14 60 16 140 2 212M322 200c12 70-14 150 0 212M368 200c-8 80 12 130 2 212"/></g></g>`,
  },
  {
    matches: /\b(cutlery|spoons?|tongs|whisk)\b/i,
    elements: `<g fill="$accent"><rect x="188" y="240" width="20" height="200" rx="10"/><ellipse cx="198" cy="184" rx="40" ry="62"/><rect x="392" y="240" width="20" height="200" rx="10"/><path d="M366 130q36-26 72 0v92q-36 30-72 0z"/></g>
      <g fill="$main"><rect x="290" y="230" width="20" height="210" rx="10"/><path d="M258 124h14v70h18v-70h20v70h18v-70h14v78c0 34-18 48-42 48s-42-14-42-48z"/></g><ellipse fill="$dark" opacity=".2" cx="204" cy="190" rx="24" ry="44"/>`,
  },
  {
    matches: /\bscales?\b/i,
    elements: `<path fill="$light" d="M196 236h208l-14 34H210z"/><rect fill="$dark" x="160" y="222" width="280" height="18" rx="9"/><path fill="$main" d="M174 270h252c16 0 26 10 28 26l12 118c2 16-8 26-24 26H158c-16 0-26-10-24-26l12-118c2-16 12-26 28-26z"/>
      <circle fill="$light" cx="300" cy="354" r="58"/><path stroke="$accent" stroke-width="9" stroke-linecap="round" d="M300 354l28-34"/><circle fill="$dark" cx="300" cy="354" r="9"/>`,
  },
  {
    matches: /\bgrinder\b/i,
    elements: `<path fill="none" stroke="$dark" stroke-width="18" stroke-linecap="round" d="M300 176v-36h116"/><circle fill="$accent" cx="424" cy="132" r="28"/><path fill="$dark" d="M228 206c0-22 32-36 72-36s72 14 72 36z"/>
      <rect fill="$main" x="222" y="202" width="156" height="146" rx="16"/><rect fill="$accent" x="216" y="342" width="168" height="98" rx="18"/><rect fill="$dark" opacity=".2" x="326" y="202" width="52" height="146" rx="16"/>
      <path fill="none" stroke="$light" stroke-width="9" stroke-linecap="round" opacity=".7" d="M246 234v80"/>`,
  },
  {
    matches: /\b(tumbler|glasses)\b/i,
    elements: `<g fill="$main" opacity=".3"><path d="M150 170h140l-18 250a20 20 0 0 1-20 20h-64a20 20 0 0 1-20-20zM310 170h140l-18 250a20 20 0 0 1-20 20h-64a20 20 0 0 1-20-20z"/></g>
      <g fill="$main" opacity=".8"><path d="M158 280h124l-10 140a20 20 0 0 1-20 20h-64a20 20 0 0 1-20-20zM317 240h126l-11 180a20 20 0 0 1-20 20h-64a20 20 0 0 1-20-20z"/></g>
      <g fill="$dark"><rect x="144" y="164" width="152" height="10" rx="5"/><rect x="304" y="164" width="152" height="10" rx="5"/></g><g stroke="$light" stroke-width="9" stroke-linecap="round" opacity=".8"><path d="M182 210l10 170M342 210l10 170"/></g>`,
  },
  {
    matches: /\bwhetstone\b/i,
    elements: `<path fill="$dark" d="M116 400h368l-22 40H138z"/><path fill="$accent" d="M140 330h320v70H140z"/><path fill="$main" d="M140 330l52-44h320l-52 44z"/><path fill="$dark" opacity=".35" d="M460 330l52-44v70l-52 44z"/><path fill="$main" d="M140 330h320v34H140z"/>
      <g transform="rotate(-14 320 250)"><path fill="$main" opacity=".55" d="M130 244h240v44H176c-22 0-38-16-46-44z"/><path fill="$dark" d="M370 240h112c16 0 24 10 22 24l-4 12c-4 12-12 16-24 14-36-4-70-6-106-6z"/></g>`,
  },
];
