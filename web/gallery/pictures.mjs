// Draws sample pictures for the style guide, so that it needs no photos of anyone.
const SKIES = [["#f7d9b0", "#e98f6b"], ["#bfe0ee", "#6fa8c9"], ["#d9e7c4", "#8fb37a"], ["#f3d3d9", "#b77a9a"], ["#dcd6f0", "#7d7fb8"], ["#fbe6a8", "#e2a64a"], ["#cfe9df", "#4f9a8c"], ["#e9dccb", "#b08f6d"]];

/** A landscape; the same number always gives the same picture. */
export function landscape(n, wide = 1200, high = 900) {
  let state = n * 7919 + 13;
  const some = (low, most) => low + ((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648) * (most - low);
  const [light, deep] = SKIES[n % SKIES.length];
  const hills = [0.62, 0.74, 0.86].map((level, index) => {
    const points = Array.from({ length: 7 }, (_, k) => `${(k * wide) / 6} ${high * (level + some(-0.09, 0.05))}`);
    return `<path d="M0 ${high} L${points.join(" L")} L${wide} ${high}Z" fill="${deep}" opacity="${0.45 + index * 0.25}" stroke="${deep}" stroke-width="40" stroke-linejoin="round"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}"><defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="${light}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><circle cx="${some(0.2, 0.8) * wide}" cy="${some(0.2, 0.45) * high}" r="${high * 0.09}" fill="#fff8e6" opacity=".85"/>${hills.join("")}</svg>`;
}

/** A head and shoulders. */
export function portrait(n) {
  const [light, deep] = SKIES[(n * 3 + 1) % SKIES.length];
  const skin = ["#f2c9a5", "#c68b59", "#8d5a3b", "#e4b48c", "#5f3b28"][n % 5];
  const hair = ["#3a2a20", "#1d1a1a", "#7a5230", "#b98b4f", "#5b5b5e"][(n * 2) % 5];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><rect width="96" height="96" fill="${light}"/><path d="M10 100c2-30 18-40 38-40s36 10 38 40z" fill="${deep}"/><circle cx="48" cy="36" r="24" fill="${hair}"/><path d="M40 50h16v18q-8 7-16 0z" fill="${skin}"/><ellipse cx="48" cy="42" rx="17" ry="20" fill="${skin}"/><path d="M30 38q4-20 20-18 15 1 16 18-10-4-14-12-6 10-22 12z" fill="${hair}"/></svg>`;
}
