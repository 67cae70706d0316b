export function EmergencyPage() { return null; }
