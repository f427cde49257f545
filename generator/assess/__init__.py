"""What we compute about a project: the plan against the reports, its status, what stands out."""
