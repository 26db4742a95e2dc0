package export

import (
	"context"

	"saya/reports/spec"
	"saya/reports/xlsx"
)

// Save makes a workbook that holds nothing of anybody, such as an empty form. It is not kept in the history of exports.
// The file is there whole or as it was before; what is wrong with its place is a *[data.Error].
func Save(ctx context.Context, path string, r spec.Report, p spec.Printer) error {
	return refuse(xlsx.WriteFile(ctx, path, r, p))
}
