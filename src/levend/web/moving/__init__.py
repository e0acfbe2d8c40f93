"""Moving house in a morning: last year's answers of all schools of a consortium, from a spreadsheet."""
