import type { Silhouette } from './silhouette.ts';

export const outdoor: readonly Silhouette[] = [
  {
    matches: /\bwatering can\b/i,
    elements: `<path fill="none" stroke="$main" stroke-width="20" stroke-linecap="round" d="M250 400C170 380 190 240 104 196"/><path fill="none" stroke="$dark" stroke-width="18" d="M300 250c20-110 190-70 146 70-8 26-24 44-46 60"/>
      <path fill="$main" d="M244 244h164l26 170a24 24 0 0 1-24 26H242a24 24 0 0 1-24-26z"/><path fill="$dark" opacity=".2" d="M362 244h46l26 170a24 24 0 0 1-24 26h-60a24 24 0 0 0 24-26z"/><ellipse fill="$dark" cx="326" cy="244" rx="82" ry="15"/>
      <path fill="$accent" d="M84 214l34-40 14 14-32 40z"/><g stroke="$main" stroke-width="6" stroke-linecap="round" opacity=".6"><path d="M84 240v26M104 258v22M66 262v22"/></g>`,
  },
  {
    matches: /\b(planter|terracotta|garden)\b/i,
    elements: `<g fill="$dark"><path d="M296 264c-10-90-90-90-108-142 78 0 122 58 118 142zM304 264c2-84 56-118 116-122-2 66-46 108-106 122z"/><path d="M294 268c-34-50-86-46-114-68 54-22 104 6 122 66z" opacity=".75"/></g>
      <rect fill="$main" x="176" y="258" width="248" height="48" rx="10"/><path fill="$main" d="M196 306h208l-26 116a22 22 0 0 1-22 18H244a22 22 0 0 1-22-18z"/><path fill="$dark" opacity=".2" d="M350 306h54l-26 116a22 22 0 0 1-22 18h-40c14 0 20-8 22-18z"/>
      <rect fill="$light" opacity=".35" x="176" y="292" width="248" height="14"/>`,
  },
  {
    matches: /\btrowel\b/i,
    elements: `<g transform="rotate(38 300 290)"><path fill="$main" d="M244 120c0-34 112-34 112 0l-8 104c-4 34-24 62-48 78-24-16-44-44-48-78z" transform="rotate(180 300 206)"/><rect fill="$dark" x="290" y="296" width="20" height="60" rx="8"/><rect fill="$accent" x="272" y="346" width="56" height="128" rx="28"/>
      <path stroke="$dark" stroke-width="6" opacity=".3" d="M300 130v150"/></g>`,
  },
  {
    matches: /\b(secateurs|pruners?)\b/i,
    elements: `<g transform="rotate(24 300 300)"><path fill="none" stroke="$main" stroke-width="32" stroke-linecap="round" d="M286 286c-50 50-54 110-44 160"/><path fill="none" stroke="$accent" stroke-width="32" stroke-linecap="round" d="M314 286c50 50 54 110 44 160"/>
      <path fill="$dark" opacity=".65" d="M290 300c-50-50-48-140 14-196 22 60 40 120 22 196z"/><path fill="$dark" d="M310 300c50-30 62-90 36-150-6 50-26 90-54 118z"/><circle fill="$dark" cx="302" cy="286" r="22"/><circle fill="$light" cx="302" cy="286" r="8"/></g>`,
  },
  {
    matches: /\bseeds?\b/i,
    elements: `<rect fill="$light" x="180" y="136" width="240" height="304" rx="12"/><path fill="$main" d="M180 148a12 12 0 0 1 12-12h216a12 12 0 0 1 12 12v38H180z"/><g stroke="$dark" stroke-width="9" stroke-linecap="round" fill="none"><path d="M300 396v-96M300 360c-30 0-46-16-50-40M300 344c30 0 46-14 50-38"/></g>
      <g fill="$accent"><circle cx="300" cy="252" r="20"/><circle cx="274" cy="274" r="20"/><circle cx="326" cy="274" r="20"/><circle cx="286" cy="304" r="20"/><circle cx="314" cy="304" r="20"/></g><circle fill="$dark" cx="300" cy="282" r="15"/>`,
  },
  {
    matches: /\b(tent|camping)\b/i,
    elements: `<path fill="$main" d="M300 140L80 430h440z"/><path fill="$dark" opacity=".25" d="M300 140l220 290H380z"/><path fill="$dark" d="M300 220l-84 210h168z"/><path fill="$accent" d="M300 220l-84 210h46c26-60 36-130 38-210z"/>
      <g stroke="$dark" stroke-width="6" stroke-linecap="round"><path d="M300 140l-16-26M300 140l16-26M80 430l-34 12M520 430l34 12"/></g>`,
  },
  {
    matches: /\bsleeping bag\b/i,
    elements: `<path fill="$main" d="M212 190c0-60 40-94 88-94s88 34 88 94l22 190c4 36-24 60-56 60H246c-32 0-60-24-56-60z"/><ellipse fill="$dark" cx="300" cy="182" rx="60" ry="52"/><ellipse fill="$accent" cx="300" cy="192" rx="44" ry="36"/>
      <g fill="none" stroke="$light" stroke-width="6" opacity=".6"><path d="M208 262c60 16 124 16 184 0M202 318c64 16 132 16 196 0M196 374c70 16 138 16 208 0"/></g>`,
  },
  {
    matches: /\btorch\b/i,
    elements: `<path fill="none" stroke="$main" stroke-width="34" d="M120 300c20-130 340-130 360 0"/><path fill="none" stroke="$accent" stroke-width="8" stroke-dasharray="18 14" d="M120 300c20-130 340-130 360 0"/><rect fill="$dark" x="220" y="208" width="160" height="120" rx="34"/>
      <circle fill="$light" cx="300" cy="268" r="42"/><circle fill="$accent" cx="300" cy="268" r="24"/><path fill="$light" opacity=".4" d="M262 300l-80 140h236l-80-140z"/>`,
  },
  {
    matches: /\b(fire bowl|grilling|grill|barbecue)\b/i,
    elements: `<g fill="$accent"><path d="M300 96c70 80 84 110 64 166H226c-10-60 52-84 74-166z"/></g><path fill="$light" d="M302 176c36 40 40 62 26 88h-60c-6-34 26-46 34-88z"/><path fill="$dark" d="M120 258h360c-10 84-80 122-180 122s-170-38-180-122z"/>
      <path fill="$main" d="M108 246h384v24H108z"/><g stroke="$dark" stroke-width="18" stroke-linecap="round"><path d="M220 366l-26 70M380 366l26 70M300 378v58"/></g>`,
  },
];
