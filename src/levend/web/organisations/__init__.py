"""Groups, consortia, boards, locations and councils: made by the operator, looked after by coordinators."""
