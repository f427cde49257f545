"""The development server: a site that is printed as it is asked for, and tells when it changed."""
