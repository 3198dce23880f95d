/** A posting to try the page with; nobody's, with the faults that many have. */
export const EXAMPLE = `# Director of Technology

Organization: Willow Creek School District
Location: Willow Creek, Oregon
Salary: $98,000 - $121,000 per year
FLSA: exempt
Closes: 2027-03-19

## Summary

Willow Creek has six schools and 2,900 students.
The director keeps the district's technology running and plans what comes next.

## Duties

- Install and configure switches, servers and wireless access points.
- Repair staff computers and classroom projectors.
- Reset passwords and manage user accounts.
- Lead the district's technology plan with principals and teachers.
- Supervise and evaluate four technicians.
- Manage a technology budget of $900,000.

## Qualifications

- Bachelor's degree, or equivalent experience.
- Able-bodied, and a native speaker of English.

## How to apply

Send a letter to the District Office at office@willowcreek.example.org.
`;
