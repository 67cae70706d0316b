/** What the "Services offered" checkboxes suggest for each trade (VTCR 1.3). A contractor may add others of its own. */
export const SERVICES_OF_TRADE: Record<'plumbing' | 'hvac' | 'electrical', string[]> = {
  plumbing: [
    'Burst pipes and leaks',
    'Drain cleaning',
    'Sewer and backups',
    'Water heaters',
    'Toilets and faucets',
    'Sump pumps',
    'Gas lines',
  ],
  hvac: [
    'Furnace repair',
    'Boiler repair',
    'Air conditioning repair',
    'Heat pumps',
    'Tune-ups and maintenance',
    'Thermostats',
    'New systems',
  ],
  electrical: [
    'Outlets and switches',
    'Panels and breakers',
    'Lighting',
    'Wiring and rewiring',
    'EV chargers',
    'Generators',
    'Electrical inspections',
  ],
};
