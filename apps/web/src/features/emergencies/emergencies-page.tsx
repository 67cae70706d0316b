export function EmergenciesPage() { return null; }
