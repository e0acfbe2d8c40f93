"""Groups of consortia, consortia, boards, councils, schools and locations, and who belongs where when."""
