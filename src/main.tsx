// The page is mounted here.
export {}
