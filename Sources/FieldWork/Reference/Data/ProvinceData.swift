// Reference data, written by generate_reference.py; change that, not this.
// swift-format-ignore-file
// Sources and licences: NOTICE.md in the folder above.

/// The 34 provinces (P) and the 63 before July 2025 (F).
enum ProvinceData {
  static let text: StaticString = #"""
P	01	Thành phố Hà Nội
P	04	Tỉnh Cao Bằng
P	08	Tỉnh Tuyên Quang
P	11	Tỉnh Điện Biên
P	12	Tỉnh Lai Châu
P	14	Tỉnh Sơn La
P	15	Tỉnh Lào Cai
P	19	Tỉnh Thái Nguyên
P	20	Tỉnh Lạng Sơn
P	22	Tỉnh Quảng Ninh
P	24	Tỉnh Bắc Ninh
P	25	Tỉnh Phú Thọ
P	31	Thành phố Hải Phòng
P	33	Tỉnh Hưng Yên
P	37	Tỉnh Ninh Bình
P	38	Tỉnh Thanh Hóa
P	40	Tỉnh Nghệ An
P	42	Tỉnh Hà Tĩnh
P	44	Tỉnh Quảng Trị
P	46	Thành phố Huế
P	48	Thành phố Đà Nẵng
P	51	Tỉnh Quảng Ngãi
P	52	Tỉnh Gia Lai
P	56	Tỉnh Khánh Hòa
P	66	Tỉnh Đắk Lắk
P	68	Tỉnh Lâm Đồng
P	75	Tỉnh Đồng Nai
P	79	Thành phố Hồ Chí Minh
P	80	Tỉnh Tây Ninh
P	82	Tỉnh Đồng Tháp
P	86	Tỉnh Vĩnh Long
P	91	Tỉnh An Giang
P	92	Thành phố Cần Thơ
P	96	Tỉnh Cà Mau
F	01	Thành phố Hà Nội	01
F	02	Tỉnh Hà Giang	08
F	04	Tỉnh Cao Bằng	04
F	06	Tỉnh Bắc Kạn	19
F	08	Tỉnh Tuyên Quang	08
F	10	Tỉnh Lào Cai	15
F	11	Tỉnh Điện Biên	11
F	12	Tỉnh Lai Châu	12
F	14	Tỉnh Sơn La	14
F	15	Tỉnh Yên Bái	15
F	17	Tỉnh Hòa Bình	25
F	19	Tỉnh Thái Nguyên	19
F	20	Tỉnh Lạng Sơn	20
F	22	Tỉnh Quảng Ninh	22
F	24	Tỉnh Bắc Giang	24
F	25	Tỉnh Phú Thọ	25
F	26	Tỉnh Vĩnh Phúc	25
F	27	Tỉnh Bắc Ninh	24
F	30	Tỉnh Hải Dương	31
F	31	Thành phố Hải Phòng	31
F	33	Tỉnh Hưng Yên	33
F	34	Tỉnh Thái Bình	33
F	35	Tỉnh Hà Nam	37
F	36	Tỉnh Nam Định	37
F	37	Tỉnh Ninh Bình	37
F	38	Tỉnh Thanh Hóa	38
F	40	Tỉnh Nghệ An	40
F	42	Tỉnh Hà Tĩnh	42
F	44	Tỉnh Quảng Bình	44
F	45	Tỉnh Quảng Trị	44
F	46	Thành phố Huế	46
F	48	Thành phố Đà Nẵng	48
F	49	Tỉnh Quảng Nam	48
F	51	Tỉnh Quảng Ngãi	51
F	52	Tỉnh Bình Định	52
F	54	Tỉnh Phú Yên	66
F	56	Tỉnh Khánh Hòa	56
F	58	Tỉnh Ninh Thuận	56
F	60	Tỉnh Bình Thuận	68
F	62	Tỉnh Kon Tum	51
F	64	Tỉnh Gia Lai	52
F	66	Tỉnh Đắk Lắk	66
F	67	Tỉnh Đắk Nông	68
F	68	Tỉnh Lâm Đồng	68
F	70	Tỉnh Bình Phước	75
F	72	Tỉnh Tây Ninh	80
F	74	Tỉnh Bình Dương	79
F	75	Tỉnh Đồng Nai	75
F	77	Tỉnh Bà Rịa - Vũng Tàu	79
F	79	Thành phố Hồ Chí Minh	79
F	80	Tỉnh Long An	80
F	82	Tỉnh Tiền Giang	82
F	83	Tỉnh Bến Tre	86
F	84	Tỉnh Trà Vinh	86
F	86	Tỉnh Vĩnh Long	86
F	87	Tỉnh Đồng Tháp	82
F	89	Tỉnh An Giang	91
F	91	Tỉnh Kiên Giang	91
F	92	Thành phố Cần Thơ	92
F	93	Tỉnh Hậu Giang	92
F	94	Tỉnh Sóc Trăng	92
F	95	Tỉnh Bạc Liêu	96
F	96	Tỉnh Cà Mau	96
"""#
}
