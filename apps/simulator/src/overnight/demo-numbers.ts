/** Fictional 555-01xx numbers of the demo contractors; the seed of the product uses the same ones. */
export const DEMO_NUMBERS = {
  metro: { name: 'Metro Plumbing Co', line: '+13125550100', zone: 'America/Chicago', business: '+13125550185' },
  apex: { name: 'Apex Air & Electric', line: '+13035550100', zone: 'America/Denver', business: '+13035550185' },
  callers: {
    jim: { name: 'Jim Kowalski', phone: '+13125550141' },
    sarah: { name: 'Sarah Chen', phone: '+13125550187' },
    doug: { name: 'Doug Patterson', phone: '+13125550114' },
    sandra: { name: 'Sandra, Peak Performance Marketing', phone: '+13125550179' },
  },
  staff: {
    mike: { name: 'Mike (Metro, on call)', phone: '+13125550182' },
    dana: { name: 'Dana (Metro, backup)', phone: '+13125550183' },
    dave: { name: 'Dave (Metro, owner)', phone: '+13125550184' },
    metroOffice: { name: 'Metro office', phone: '+13125550185' },
    luis: { name: 'Luis (Apex, on call)', phone: '+13035550182' },
    rosa: { name: 'Rosa (Apex, owner)', phone: '+13035550184' },
    apexOffice: { name: 'Apex office', phone: '+13035550185' },
  },
} as const;
